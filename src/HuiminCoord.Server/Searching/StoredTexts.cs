using System.Text.RegularExpressions;
using HuiminCoord.Domain.Searching;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Searching;

/// <summary>Rows whose texts hold what is looked for. What follows is translated: no expression of .NET is ever run here.</summary>
internal sealed class StoredTexts
{
    /// <summary>As PostgreSQL's are by themselves: without it each row would put its pattern together anew.</summary>
    private const RegexOptions Plain = RegexOptions.Singleline;

    private readonly bool _sqlite;
    private readonly SearchPattern _typed;
    private readonly SearchPattern _title;
    private readonly SearchPattern _month;

    internal StoredTexts(CoordinationDb db, SearchText text)
    {
        _sqlite = db.Database.IsSqlite();
        (_typed, _month) = (SearchPattern.Of(text, _sqlite), SearchPattern.Of(text.Month, _sqlite));
        _title = text.Month is null ? _typed : SearchPattern.OfTypedMonth(text, _sqlite);
    }

    internal IQueryable<SeatRow> Holders(IQueryable<SeatRow> rows) => _sqlite
        ? rows.Where(s => EF.Functions.Glob(s.Holder, _typed.Exact))
        : rows.Where(s => Regex.IsMatch(s.Holder, _typed.Exact, Plain));

    internal IQueryable<InboxRow> Messages(IQueryable<InboxRow> rows) => _sqlite
        ? rows.Where(m => (EF.Functions.Like(m.Title, _typed.Like) && EF.Functions.Glob(m.Title, _typed.Exact))
            || (EF.Functions.Like(m.Body, _typed.Like) && EF.Functions.Glob(m.Body, _typed.Exact)))
        : rows.Where(m => (EF.Functions.Like(m.Title, _typed.Like) && Regex.IsMatch(m.Title, _typed.Exact, Plain))
            || (EF.Functions.Like(m.Body, _typed.Like) && Regex.IsMatch(m.Body, _typed.Exact, Plain)));

    /// <summary>By title, which holds the period, and by clause: one of the plan's, or words of the office's own.</summary>
    /// <param name="rows">Obligations.</param>
    /// <param name="found">The plan's clauses that hold the text.</param>
    /// <param name="planned">All clauses of the plan: they are ids, which nobody looks for.</param>
    internal IQueryable<ObligationRow> Obligations(IQueryable<ObligationRow> rows, IReadOnlyList<string> found, IReadOnlyList<string> planned) => _sqlite
        ? rows.Where(o => (EF.Functions.Like(o.Title, _title.Like) && EF.Functions.Glob(o.Title, _title.Exact))
            || (EF.Functions.Like(o.Title, _month.Like) && EF.Functions.Glob(o.Title, _month.Exact))
            || (o.Clause != null && (found.Contains(o.Clause)
                || (EF.Functions.Like(o.Clause, _typed.Like) && EF.Functions.Glob(o.Clause, _typed.Exact) && !planned.Contains(o.Clause)))))
        : rows.Where(o => (EF.Functions.Like(o.Title, _title.Like) && Regex.IsMatch(o.Title, _title.Exact, Plain))
            || (EF.Functions.Like(o.Title, _month.Like) && Regex.IsMatch(o.Title, _month.Exact, Plain))
            || (o.Clause != null && (found.Contains(o.Clause)
                || (EF.Functions.Like(o.Clause, _typed.Like) && Regex.IsMatch(o.Clause, _typed.Exact, Plain) && !planned.Contains(o.Clause)))));
}
