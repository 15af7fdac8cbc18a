using FsCheck;
using FsCheck.Fluent;
using HuiminCoord.Domain.Auditing;
using Microsoft.FSharp.Core;

namespace HuiminCoord.Domain.Tests.Auditing;

/// <summary>Whatever is done to a sealed campaign is found, at its place; what nobody touched is sound.</summary>
public sealed class CampaignCheckTests
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure
        .WithMaxTest(1000)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20200917, 150103), FSharpOption<int>.None)));

    private static readonly Gen<(int Count, int At)> Places = from count in Gen.Choose(3, 40) from at in Gen.Choose(1, count) select (count, at);

    [Fact]
    public void What_nobody_touched_is_sound() => Prop.ForAll(Places.ToArbitrary(), place =>
    {
        var (rows, seals) = Sealed(place.Count);
        var found = Rows.Check(rows, seals, Rows.Claims(rows, seals));
        return found.FaultCount == 0 && (found.Rows, found.SealedRows, found.AttestedThrough) == (place.Count, place.Count, place.Count / 5 * 5);
    }).Check(Repeatable);

    [Fact]
    public void The_newest_rows_may_wait_for_their_seals() => Prop.ForAll(Places.ToArbitrary(), place =>
    {
        var (rows, seals) = Sealed(place.Count);
        seals = seals[..(place.At - 1)];
        return Rows.Check(rows, seals, Rows.Claims(rows, seals)) is { FaultCount: 0 } found && found.SealedRows == place.At - 1;
    }).Check(Repeatable);

    [Fact]
    public void A_removed_row_is_named() => Holds((rows, seals, at) =>
    {
        var claims = Rows.Claims(rows, seals);
        return First(Rows.Check(rows.Where(r => r.Position != at), seals, claims), AuditFaultKind.Missing, at)
            && First(Rows.Check(rows.Where(r => r.Position != at), seals.Where(s => s.Position != at), claims), AuditFaultKind.Missing, at);
    });

    [Fact]
    public void A_cut_off_end_is_named() => Holds((rows, seals, at) =>
    {
        var (left, kept) = (rows[..(at - 1)], seals[..(at - 1)]);
        var honest = Rows.Claims(rows, seals);

        // First only rows; then seals too; then everything but the actors' counters; then everything but a published checkpoint.
        return First(Rows.Check(left, seals, honest), AuditFaultKind.Missing, at)
            && First(Rows.Check(left, kept, honest), AuditFaultKind.Missing, at)
            && First(Rows.Check(left, kept, Rows.Claims(left, kept) with { Told = honest.Told }), AuditFaultKind.Missing, at)
            && (at > rows.Count / 5 * 5 || First(Rows.Check(left, kept, Rewritten(left, kept, honest)), AuditFaultKind.Missing, at));
    });

    [Fact]
    public void A_changed_row_is_named_and_no_other() => Holds((rows, seals, at) =>
    {
        var claims = Rows.Claims(rows, seals);
        rows[at - 1] = Changed(rows[at - 1]);
        return First(Rows.Check(rows, seals, claims), AuditFaultKind.Changed, at) && Rows.Check(rows, seals, claims).FaultCount == 1;
    });

    [Fact]
    public void Two_rows_in_each_other_s_place_are_both_named() => Holds((rows, seals, at) =>
    {
        var (other, claims) = (at == 1 ? 2 : 1, Rows.Claims(rows, seals));
        (rows[at - 1], rows[other - 1]) = (rows[other - 1] with { Position = at }, rows[at - 1] with { Position = other });
        var faults = Rows.Check(rows, seals, claims).Faults;
        return faults.Where(f => f.Kind == AuditFaultKind.Changed).Select(f => f.Position).SequenceEqual(new long[] { at, other }.Order());
    });

    [Fact]
    public void A_row_whose_hash_was_written_again_is_named() => Holds((rows, seals, at) =>
    {
        var claims = Rows.Claims(rows, seals);
        rows[at - 1] = Changed(rows[at - 1]);
        seals[at - 1] = seals[at - 1] with { RowHash = new RowHasher(Rows.Campaign).Hash(rows[at - 1]) };
        return First(Rows.Check(rows, seals, claims), AuditFaultKind.Resealed, at) && Rows.Check(rows, seals, claims).FaultCount == 1;
    });

    [Fact]
    public void A_chain_that_was_computed_anew_is_found_by_the_next_checkpoint() => Holds((rows, seals, at) =>
    {
        var honest = Rows.Claims(rows, seals);
        rows[at - 1] = Changed(rows[at - 1]);
        var anew = Rows.Seal(rows);
        var found = Rows.Check(rows, anew, Rows.Claims(rows, anew) with { Checkpoints = honest.Checkpoints });
        var next = (at + 4) / 5 * 5;
        return next > rows.Count
            ? found.FaultCount == 0 // nobody has confirmed these rows yet
            : found is { FaultCount: 1, Faults: [{ Kind: AuditFaultKind.Contradicted } fault] } && (fault.Position, fault.Through) == (next - 4, next) && found.AttestedThrough == next - 5;
    });

    [Fact]
    public void Removed_seals_are_named() => Holds((rows, seals, at) =>
    {
        var claims = Rows.Claims(rows, seals);
        return First(Rows.Check(rows, seals.Where(s => s.Position != at), claims), AuditFaultKind.Unsealed, at)
            && First(Rows.Check(rows, seals[..(at - 1)], claims), AuditFaultKind.Unsealed, at);
    });

    [Fact]
    public void A_row_that_nobody_told_is_named() => Holds((rows, seals, at) =>
    {
        var (claims, end) = (Rows.Claims(rows, seals), rows.Count + 1);
        var foreign = Changed(rows[at - 1]) with { Position = end, Seq = 1000 };
        return First(Rows.Check([.. rows, foreign], seals, claims), AuditFaultKind.Foreign, end)
            && First(Rows.Check([.. rows, foreign], seals, claims with { Head = end }), AuditFaultKind.Foreign, end)
            && First(Rows.Check([foreign with { Position = 0 }, .. rows], seals, claims), AuditFaultKind.Foreign, 0)
            && First(Rows.Check([foreign with { Position = long.MinValue }, .. rows], seals, claims), AuditFaultKind.Foreign, long.MinValue);
    });

    [Fact]
    public void An_actor_s_gap_is_named_even_where_positions_have_none() => Holds((rows, _, at) =>
    {
        var told = Rows.Claims(rows, []).Told;
        List<AuditedRow> closed = [.. rows.Where(r => r.Position != at).Select((r, i) => r with { Position = i + 1 })];
        var found = Rows.Check(closed, Rows.Seal(closed), Rows.Claims(closed, Rows.Seal(closed)) with { Told = told });
        return found.FaultCount > 0 && found.Faults[0].Grain == rows[at - 1].Grain;
    });

    [Fact]
    public void A_changed_note_of_how_far_rows_are_sealed_is_found() => Holds((rows, seals, at) =>
    {
        var claims = Rows.Claims(rows, seals) with { Checkpoints = [] };
        return First(Rows.Check(rows, seals, claims with { Sealed = new(at - 1, seals[0].RowHash, 0) }), AuditFaultKind.HeadWrong, rows.Count)
            && First(Rows.Check(rows, seals, claims with { Sealed = null }), AuditFaultKind.HeadWrong, rows.Count)
            && First(Rows.Check(rows, seals, claims with { Sealed = new(rows.Count, seals[0].RowHash, 0) }), AuditFaultKind.HeadWrong, rows.Count);
    });

    [Fact]
    public void A_seal_of_any_length_is_only_wrong()
    {
        var (rows, seals) = Sealed(6);
        var claims = Rows.Claims(rows, seals);
        seals[2] = seals[2] with { RowHash = new byte[100_000], Chain = Array.Empty<byte>() };

        Assert.Equal((AuditFaultKind.Changed, 3), (Rows.Check(rows, seals, claims).Faults[0].Kind, Rows.Check(rows, seals, claims).Faults[0].Position));
    }

    [Fact]
    public void Of_very_many_faults_the_first_are_kept_and_all_are_counted()
    {
        var (rows, seals) = Sealed(1000);
        var found = Rows.Check(rows.Select(Changed), seals, Rows.Claims(rows, seals));

        Assert.Equal((1000, 200), (found.FaultCount, found.Faults.Count));
    }

    [Fact]
    public void A_campaign_that_is_gone_altogether_is_missed()
    {
        var (rows, seals) = Sealed(7);

        Assert.Equal((1, 5), Span(Rows.Check([], [], Rows.Claims([], []) with { Checkpoints = Rows.Claims(rows, seals).Checkpoints })));
        Assert.Equal((1, 7), Span(Rows.Check([], [], Rows.Claims([], []) with { Head = 7 })));
        Assert.Equal(3, Rows.Check([], [], Rows.Claims([], []) with { Told = Rows.Claims(rows, seals).Told }).FaultCount);

        static (long, long) Span(CampaignFindings found) => (Assert.Single(found.Faults).Position, found.Faults[0].Through);
    }

    private static (List<AuditedRow> Rows, List<AuditSeal> Seals) Sealed(int count)
    {
        var rows = Rows.Of(count);
        return (rows, Rows.Seal(rows));
    }

    private static AuditedRow Changed(AuditedRow row) => row with { Body = "{}"u8.ToArray() };

    /// <summary>As if the whole database had been put back, but a checkpoint was published.</summary>
    private static AuditClaims Rewritten(List<AuditedRow> rows, List<AuditSeal> seals, AuditClaims honest) => Rows.Claims(rows, seals) with { Checkpoints = honest.Checkpoints };

    private static bool First(CampaignFindings found, AuditFaultKind kind, long position) =>
        found.Faults.Count > 0 && (found.Faults[0].Kind, found.Faults[0].Position) == (kind, position);

    private static void Holds(Func<List<AuditedRow>, List<AuditSeal>, int, bool> property) => Prop.ForAll(Places.ToArbitrary(), place =>
    {
        var (rows, seals) = Sealed(place.Count);
        return property(rows, seals, place.At);
    }).Check(Repeatable);
}
