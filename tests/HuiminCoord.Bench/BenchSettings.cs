namespace HuiminCoord.Bench;

/// <summary>How much is measured. Every number of things is part of a result's name where it matters.</summary>
/// <param name="Quick">True = a smoke run.</param>
internal sealed record BenchSettings(bool Quick)
{
    /// <summary>Callers at the same time; PostgreSQL gets as many connections at most.</summary>
    public int Lanes { get; } = 32;

    /// <summary>How often each thing is measured, interleaved with its peer; medians are reported.</summary>
    public int Rounds { get; } = 3;

    /// <summary>How long one round of load lasts.</summary>
    public TimeSpan Load => TimeSpan.FromSeconds(Quick ? 1 : 5);

    /// <summary>Campaigns of eleven units that are woken at the same instant.</summary>
    public int WaveCampaigns => Quick ? 100 : 910;

    /// <summary>Waves that are measured after the first: each takes a minute on two cores.</summary>
    public int Waves { get; } = 2;

    /// <summary>Documents that are due.</summary>
    public int Due { get; } = 10_000;

    /// <summary>Documents that are stored.</summary>
    public int Stored => Quick ? 20_000 : 100_000;

    /// <summary>Rows of an audit that is verified.</summary>
    public int Audited => Quick ? 50_000 : 1_000_000;

    /// <summary>Messages that wait for each of 32 seats' channels.</summary>
    public int Messages => Quick ? 10 : 100;

    /// <summary>Channels that have nothing to send.</summary>
    public int Idle => Quick ? 10_000 : 100_000;

    /// <summary>How often each page is asked for.</summary>
    public int PageTurns => Quick ? 3 : 15;

    /// <summary>Districts of a city.</summary>
    public int Districts => Quick ? 10 : 100;

    /// <summary>Workbooks of each kind that are sent in, in each round; even, because two of them take turns.</summary>
    public int Uploads => Quick ? 10 : 50;

    /// <summary>Rehearsals and starts: they take long and vary little.</summary>
    public int LongRounds => Quick ? 1 : 3;
}
