namespace HuiminCoord.Server.Documents.Papers;

/// <summary>Dates and numbers as papers write them.</summary>
internal static class PaperWords
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>Printed on whatever a rehearsal made.</summary>
    internal const string Rehearsal = "推演数据，不作依据";

    /// <summary>Arabic digits without leading zeros (GB/T 9704-2012, 7.3.5): 2020年9月7日.</summary>
    internal static string Date(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    /// <summary>二十一. Beyond 99, where no paper of ours gets, in Arabic digits.</summary>
    internal static string Number(int number) => number switch
    {
        < 1 or > 99 => $"{number}",
        < 10 => $"{Digits[number]}",
        _ => $"{(number < 20 ? "" : Digits[number / 10])}十{(number % 10 == 0 ? "" : Digits[number % 10])}",
    };

    /// <summary>Names on one line, 、 between them; those that are empty fall away.</summary>
    internal static string Names(IEnumerable<string> names) => string.Join('、', names.Select(PrintableText.Line).Where(name => name.Length > 0));
}
