using System.Globalization;

namespace HuiminCoord.Domain.Auditing;

/// <summary>Goes through a campaign's rows and seals in order of positions and finds what was changed, removed, swapped, added or cut off.</summary>
public sealed class CampaignCheck
{
    private readonly string _campaign;
    private readonly AuditClaims _claims;
    private readonly FoundFaults _faults;
    private readonly RowHasher _hasher;
    private readonly ActorNumbers _actors;
    private readonly CheckpointTrail _trail;

    private ReadOnlyMemory<byte>? _chain;
    private long _expected = 1;
    private long _rows;
    private long _sealedRows;
    private AuditSeal? _lastSeal;
    private long? _missingFrom;
    private long? _unsealedFrom;
    private bool _changed;

    /// <param name="campaign">Its id.</param>
    /// <param name="claims">What the rows have to fit.</param>
    public CampaignCheck(string campaign, AuditClaims claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        (_campaign, _claims, _faults, _hasher) = (campaign, claims, new FoundFaults(campaign), new RowHasher(campaign));
        (_actors, _trail) = (new ActorNumbers(claims, _faults), new CheckpointTrail(claims.Checkpoints, _faults));
        _chain = SealChain.First(campaign);
    }

    /// <summary>Takes what stands at the next position, a row or a seal or both; positions come in order, each once.</summary>
    public void Next(long position, AuditedRow? row, AuditSeal? seal)
    {
        _rows += row is null ? 0 : 1;
        _sealedRows += row is null || seal is null ? 0 : 1;
        if (position < 1)
        {
            Nowhere(position, row);
            return;
        }

        LookForGap(position, row);
        _expected = position + 1;
        var hash = row is null ? null : _hasher.Hash(row);
        if (seal is null)
        {
            _unsealedFrom ??= position;
            _chain = _chain is { } before && hash is not null ? SealChain.Next(before.Span, position, hash) : default(ReadOnlyMemory<byte>?);
        }
        else
        {
            CheckSeal(position, row, hash, seal);
        }

        if (row is not null)
        {
            CheckActor(row);
        }

        _trail.Reached(position, _chain);
    }

    /// <summary>The rows are over.</summary>
    public CampaignFindings End()
    {
        var last = Math.Max(_claims.Head, Math.Max(_claims.SealedThrough, _expected - 1));
        if (_missingFrom is not null || last >= _expected)
        {
            var from = _missingFrom ?? _expected;
            _faults.Range(AuditFaultKind.Missing, from, last, Text($"the end was cut off: positions up to {last} were given"));
        }

        // Without seals rows are bare; how far they were sealed, head and checkpoints say.
        BareThrough(Math.Min(_claims.SealedThrough, _expected - 1));
        CheckHead();
        _actors.End(_missingFrom ?? _expected, trusted: !_changed);
        return new(_campaign, _rows, _sealedRows, _trail.AttestedThrough, _faults.First, _faults.Count);
    }

    private void Nowhere(long position, AuditedRow? row)
    {
        const string what = "no row is ever given this position";
        if (row is null)
        {
            _faults.Range(AuditFaultKind.Foreign, position, position, what);
        }
        else
        {
            _faults.Row(AuditFaultKind.Foreign, row, what);
        }
    }

    private void LookForGap(long position, AuditedRow? row)
    {
        if (position > _expected)
        {
            // Where neither row nor seal is left, the next seal has to be taken at its word.
            _missingFrom ??= _expected;
            _chain = null;
        }

        if (row is null)
        {
            _missingFrom ??= position;
        }
        else if (_missingFrom is { } from)
        {
            _faults.Range(AuditFaultKind.Missing, from, position - 1, from == position - 1 ? "the row was removed" : "the rows were removed");
            _missingFrom = null;
        }
    }

    private void CheckSeal(long position, AuditedRow? row, byte[]? hash, AuditSeal seal)
    {
        BareThrough(position - 1);
        if (row is not null && !seal.RowHash.Span.SequenceEqual(hash))
        {
            _changed = true;
            _faults.Row(AuditFaultKind.Changed, row, "the row is not what was sealed");
        }
        else if (_chain is { } before && !SealChain.Next(before.Span, position, seal.RowHash.Span).AsSpan().SequenceEqual(seal.Chain.Span))
        {
            Resealed(position, row);
        }

        (_chain, _lastSeal) = (seal.Chain, seal);
    }

    private void Resealed(long position, AuditedRow? row)
    {
        const string what = "the seal does not follow from the one before: row or seal was written again";
        if (row is null)
        {
            _faults.Range(AuditFaultKind.Resealed, position, position, what);
        }
        else
        {
            _faults.Row(AuditFaultKind.Resealed, row, what);
        }
    }

    private void CheckActor(AuditedRow row)
    {
        if (row.Position > _claims.Head)
        {
            _faults.Row(AuditFaultKind.Foreign, row, Text($"the last position given is {_claims.Head}"));
        }

        _actors.Next(row, trusted: !_changed);
    }

    /// <summary>Rows without a seal before a row with one, or before a position that is known to have been sealed.</summary>
    private void BareThrough(long through)
    {
        if (_unsealedFrom is { } from && through >= from)
        {
            _faults.Range(AuditFaultKind.Unsealed, from, through, from == through ? "the row's seal was removed" : "the rows' seals were removed");
        }

        _unsealedFrom = null;
    }

    private void CheckHead()
    {
        var head = _claims.Sealed ?? new SealHead(0, default, 0);
        var reached = _lastSeal?.Position ?? 0;
        if (head.Position < reached || (head.Position == reached && _lastSeal is { } seal && !head.Chain.Span.SequenceEqual(seal.Chain.Span)))
        {
            _faults.Range(AuditFaultKind.HeadWrong, reached, reached, Text($"rows are sealed to position {reached}, and the note of it says {head.Position}{(head.Position == reached ? " with another chain" : "")}"));
        }
    }

    private static string Text(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
