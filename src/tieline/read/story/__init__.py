"""What a story is and what it carries from sentence to sentence: people, speakers, goods, its period, its topic, its hub."""
