"""What was learned from annotated stories: forms of weights over named marks, and how likely they make each of several answers."""
