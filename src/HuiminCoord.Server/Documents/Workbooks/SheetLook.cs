namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>What a cell looks like, and whether people write in it.</summary>
internal enum SheetLook
{
    /// <summary>An empty cell of the sheet.</summary>
    Plain,

    /// <summary>The sheet's title.</summary>
    Title,

    /// <summary>A rehearsal's stamp.</summary>
    Stamp,

    /// <summary>填报单位：.</summary>
    Label,

    /// <summary>What stands behind a label and is fixed.</summary>
    Fixed,

    /// <summary>What stands behind a label and is filled in.</summary>
    Field,

    /// <summary>A heading of columns.</summary>
    Head,

    /// <summary>A column's unit of measure.</summary>
    HeadUnit,

    /// <summary>A heading of rows.</summary>
    RowHead,

    /// <summary>Heading of a subtotal or total.</summary>
    SumHead,

    /// <summary>A count that is filled in.</summary>
    Count,

    /// <summary>An amount that is filled in.</summary>
    Money,

    /// <summary>其中：配合: a count that district totals leave out.</summary>
    Supporting,

    /// <summary>A count that is shown.</summary>
    ShownCount,

    /// <summary>An amount that is shown.</summary>
    ShownMoney,

    /// <summary>A sum of counts.</summary>
    SumCount,

    /// <summary>A sum of amounts.</summary>
    SumMoney,

    /// <summary>不适用.</summary>
    Grey,

    /// <summary>A long text that is filled in.</summary>
    Text,

    /// <summary>A long text that is fixed.</summary>
    FixedText,

    /// <summary>A remark under a table.</summary>
    Note,
}
