namespace HuiminCoord.Domain.Time;

/// <summary>Why a paper, a layer or a whole table cannot be used.</summary>
public enum CalendarProblem
{
    /// <summary>A value is not what it must be.</summary>
    Invalid,

    /// <summary>A year between the first and the last has no paper: it would pass for one without holidays.</summary>
    YearMissing,

    /// <summary>Two papers, or two layers of one region, of one day of publication decide the same day.</summary>
    DayDecidedTwice,

    /// <summary>A paper names a day that its year does not arrange.</summary>
    DayOutsideYear,
}

/// <summary>A holiday table, or something that was to be added to one, is refused; the message names the place.</summary>
public sealed class CalendarFormatException : FormatException
{
    public CalendarFormatException()
    {
    }

    public CalendarFormatException(string message)
        : base(message)
    {
    }

    public CalendarFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <param name="problem">What kind of thing is wrong.</param>
    /// <param name="message">What exactly, and where.</param>
    public CalendarFormatException(CalendarProblem problem, string message)
        : base(message) => Problem = problem;

    /// <summary>What kind of thing is wrong.</summary>
    public CalendarProblem Problem { get; }
}
