namespace HuiminCoord.Domain.Reports;

/// <summary>Stable codes of what is wrong with a sheet, or looks wrong. Their sentences stand in the word files.</summary>
public static class SheetCodes
{
    /// <summary>Error: the cell is empty, which is not zero.</summary>
    public const string Missing = "sheet.missing";

    /// <summary>Error: the unit cannot have this cell. Facts: the figure.</summary>
    public const string NotApplicable = "sheet.not-applicable";

    /// <summary>Error: the form has no such cell. Place: the cell as it was sent.</summary>
    public const string UnknownCell = "sheet.unknown-cell";

    /// <summary>Error: a figure below zero. Facts: the figure.</summary>
    public const string Negative = "sheet.negative";

    /// <summary>Error: a figure beyond all reason. Facts: the figure, the largest one.</summary>
    public const string TooLarge = "sheet.too-large";

    /// <summary>Error: 零报告 was chosen, and here stands a figure. Facts: the figure.</summary>
    public const string NilWithFigures = "sheet.nil-with-figures";

    /// <summary>Error: a section of the summary says nothing. Place: the section.</summary>
    public const string SectionMissing = "sheet.section-missing";

    /// <summary>Error: the form's summary has no such section. Place: the section.</summary>
    public const string UnknownSection = "sheet.unknown-section";

    /// <summary>Error: cumulatively more than it can be. Facts: the lower column, its cumulative, the upper column, its cumulative.</summary>
    public const string Exceeds = "sheet.exceeds";

    /// <summary>Error: fines, and since the campaign's start not one case was closed. Facts: the fines.</summary>
    public const string FinesWithoutPenalty = "sheet.fines-without-penalty";

    /// <summary>Error: fines in a period in which no case was closed. Facts: the fines.</summary>
    public const string FinesWithoutClosed = "sheet.fines-without-closed";

    /// <summary>Warning: in this period more than the other column, cumulatively not. Facts: as of <see cref="Exceeds"/>, of the period.</summary>
    public const string ExceedsInPeriod = "sheet.exceeds-in-period";

    /// <summary>Warning: by a correction of an earlier period, a later cumulative is more than it can be. Facts: as of <see cref="Exceeds"/>. Place: the later report.</summary>
    public const string ExceedsLater = "sheet.exceeds-later";

    /// <summary>Warning: a year with less than its months. Facts: the year's figure, the months' sum.</summary>
    public const string BelowMonths = "sheet.below-months";

    /// <summary>Warning: by a correction of a month, its year has less than its months. Facts: the year's figure, the months' sum. Place: the annual report.</summary>
    public const string YearBelow = "sheet.year-below";

    /// <summary>Warning: cases were filed and their value is zero. Facts: the cases.</summary>
    public const string NoValue = "sheet.no-value";

    /// <summary>Warning: many times what was usual. Facts: the figure, the median, of how many periods, how many times is asked about.</summary>
    public const string Outlier = "sheet.outlier";

    /// <summary>Warning: fewer than two officers for each subject checked. Facts: the officers, the subjects.</summary>
    public const string TooFewOfficers = "sheet.too-few-officers";
}
