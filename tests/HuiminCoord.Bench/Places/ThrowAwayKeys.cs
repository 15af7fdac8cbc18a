using HuiminCoord.Grains.Auditing;

namespace HuiminCoord.Bench.Places;

/// <summary>A key and a file of checkpoints that disappear with this object.</summary>
internal sealed class ThrowAwayKeys : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("huimin-bench-keys-").FullName;

    public ThrowAwayKeys() => Keys = AuditKeys.OpenOrCreate(Places.Keys);

    public AuditPlaces Places => AuditPlaces.From(_ => null, _folder);

    public AuditKeys Keys { get; }

    public void Dispose()
    {
        Keys.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
