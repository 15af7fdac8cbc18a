using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>What a spreadsheet program lets people type, and what it says to them.</summary>
internal static class FigureRules
{
    /// <param name="cells">All of one kind.</param>
    internal static DataValidation Of(FigureKind kind, IReadOnlyList<string> cells, string title, string prompt) => kind == FigureKind.Count
        ? Told(new DataValidation(new Formula1("0"), new Formula2($"{FigureText.Largest}")) { Type = DataValidationValues.Whole, Operator = DataValidationOperatorValues.Between }, cells, title, prompt,
            "请填写不小于0的整数；没有发生的填0，不掌握的留空。")
        : Told(new DataValidation(new Formula1($"AND(ISNUMBER({cells[0]}),{cells[0]}>=0,{cells[0]}<={FigureText.Largest},ABS(ROUND({cells[0]},2)-{cells[0]})<0.000001)")) { Type = DataValidationValues.Custom },
            cells, title, prompt, "请以万元为单位填写不小于0的金额，最多保留两位小数。");

    /// <summary>是 or 否.</summary>
    internal static DataValidation YesOrNo(string cell) => Told(
        new DataValidation(new Formula1($"\"{WorkbookWords.Yes},{WorkbookWords.No}\"")) { Type = DataValidationValues.List },
        [cell], WorkbookWords.Nil, "本期所有指标均无数据的，选“是”，表中不必再填数。", "请从下拉列表中选择“是”或“否”。");

    private static DataValidation Told(DataValidation rule, IEnumerable<string> cells, string title, string prompt, string error)
    {
        rule.AllowBlank = true;
        rule.ShowInputMessage = true;
        rule.ShowErrorMessage = true;
        rule.PromptTitle = Short(title, 32);
        rule.Prompt = Short(prompt, 255);
        rule.ErrorTitle = "填写有误";
        rule.Error = Short(error, 225);
        rule.SequenceOfReferences = new ListValue<StringValue>(cells.Select(c => new StringValue(c)));
        return rule;
    }

    private static string Short(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
