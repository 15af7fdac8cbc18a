namespace HuiminCoord.Domain.Reports;

/// <summary>Codes of columns that rules speak of. A form that has no such column has no such rule.</summary>
public static class FormColumns
{
    /// <summary>出动执法人员.</summary>
    public const string Officers = "officers";

    /// <summary>检查经营主体.</summary>
    public const string Subjects = "subjects";

    /// <summary>立案.</summary>
    public const string Filed = "filed";

    /// <summary>办结.</summary>
    public const string Closed = "closed";

    /// <summary>案值.</summary>
    public const string Value = "value";

    /// <summary>罚没金额.</summary>
    public const string Fines = "fines";

    /// <summary>移送司法（公安）机关.</summary>
    public const string Transferred = "transferred";

    /// <summary>吊销许可证/营业执照.</summary>
    public const string Revoked = "revoked";

    /// <summary>捣毁/取缔黑窝点.</summary>
    public const string Dens = "dens";

    /// <summary>公示行政处罚信息.</summary>
    public const string Published = "published";
}
