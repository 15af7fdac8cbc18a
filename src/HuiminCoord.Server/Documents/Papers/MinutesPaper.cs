using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>Minutes in the layout that GB/T 9704-2012, 10.3 has for 纪要.</summary>
internal static class MinutesPaper
{
    private const string DecisionsHeading = "议定事项";

    /// <summary>Characters in front of 出席 (10.3), and those of 出席 with its colon.</summary>
    private const int BeforeLabel = 2, Label = 3;

    internal static byte[] Make(MinutesDraft draft) => PaperFile.Make(
        [
            .. MinutesHead.Of(draft),
            Paragraphs.Blank(),
            Paragraphs.Blank(),
            .. Paragraphs.Title(draft.Title),
            .. Paragraphs.UnderTitle(PaperWords.Bracketed(draft.Draft)),
            Paragraphs.Blank(),
            .. Text(draft),
            .. People(draft),
            .. PrintNote.Of(draft.CopiedTo, draft.Issuer, draft.PrintedOn ?? draft.Date),
        ],
        draft.Rehearsal);

    private static IEnumerable<OpenXmlElement> Text(MinutesDraft draft)
    {
        var body = new BodyText();
        var sections = draft.Sections.SelectMany(s => body.Of([new PaperText(1, s.Heading), .. s.Texts])).ToList();
        var decisions = draft.Decisions.Count == 0 ? [] : body.Of(new PaperText(1, DecisionsHeading));
        return [.. sections, .. decisions, .. draft.Decisions.SelectMany(d => Decision(d, body))];
    }

    /// <summary>What is to be done, and under it who does it until when: on one page.</summary>
    private static IEnumerable<Paragraph> Decision(MinutesDecision decision, BodyText body)
    {
        var (what, who) = (body.Of(new PaperText(3, decision.Text)).ToList(), body.Of(Duty(decision)).ToList());
        foreach (var paragraph in what.TakeLast(who.Count))
        {
            paragraph.ParagraphProperties!.KeepNext = new KeepNext();
        }

        return [.. what, .. who];
    }

    /// <summary>Empty where nobody was named and no day was set.</summary>
    private static string Duty(MinutesDecision decision)
    {
        var (owner, cooperating) = (PrintableText.Line(decision.Owner), PaperWords.Names(decision.Cooperating));
        string[] parts =
        [
            owner.Length > 0 ? $"责任单位：{owner}" : "",
            cooperating.Length > 0 ? $"配合单位：{cooperating}" : "",
            decision.Due is { } due ? $"完成时限：{PaperWords.Date(due)}" : "",
        ];
        var duty = string.Join('；', parts.Where(p => p.Length > 0));
        return duty.Length > 0 ? $"{duty}。" : "";
    }

    private static IEnumerable<OpenXmlElement> People(MinutesDraft draft)
    {
        var lists = new[] { ("出席：", draft.Present), ("请假：", draft.Excused), ("列席：", draft.InAttendance) }
            .Select(list => (Label: list.Item1, Names: PaperWords.Names(list.Item2))).Where(list => list.Names.Length > 0).ToList();
        return lists.Count == 0 ? [] : [Paragraphs.Blank(), .. lists.Select(l => List(l.Label, l.Names))];
    }

    private static Paragraph List(string label, string names) =>
        Paragraphs.Hanging(PaperStyles.People, BeforeLabel, Label, Paragraphs.Exact(label, PaperFonts.Heading), Paragraphs.Run(names));
}
