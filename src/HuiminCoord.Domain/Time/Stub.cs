namespace HuiminCoord.Domain.Time;
public enum RollRule { Keep, NextWorkingDay }
public enum DayCutoff { DayEnd, CloseOfBusiness }
