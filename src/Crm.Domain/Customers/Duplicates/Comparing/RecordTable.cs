namespace Crm.Domain.Customers;

/// <summary>All records of a run in columns of value numbers (<see cref="FieldPool"/>).</summary>
internal sealed class RecordTable
{
    public RecordTable(int count, int left)
    {
        (Count, Left) = (count, left);
        Columns = new int[(int)RecordColumn.Count][];
        for (var i = 0; i < Columns.Length; i++)
        {
            Columns[i] = new int[count];
        }
    }

    /// <summary>How many records there are.</summary>
    public int Count { get; }

    /// <summary>How many of them are of the first file; all where there is one.</summary>
    public int Left { get; }

    public int[][] Columns { get; }

    /// <summary>Given, middle and family names share their values, so that exchanged ones meet.</summary>
    public FieldPool Names { get; } = new();

    public FieldPool Organisations { get; } = new();

    public FieldPool Dates { get; } = new();

    public FieldPool Emails { get; } = new();

    public FieldPool Phones { get; } = new();

    public FieldPool Numbers { get; } = new();

    public FieldPool Streets { get; } = new();

    public FieldPool Places { get; } = new();

    public FieldPool Postcodes { get; } = new();

    public FieldPool Regions { get; } = new();

    public FieldPool Countries { get; } = new();

    public FieldPool NationalIds { get; } = new();

    public FieldPool PoolOf(RecordColumn column) => column switch
    {
        RecordColumn.Given or RecordColumn.Middle or RecordColumn.Family => Names,
        RecordColumn.Organisation => Organisations,
        RecordColumn.Birth => Dates,
        RecordColumn.Email => Emails,
        RecordColumn.Phone => Phones,
        RecordColumn.Number => Numbers,
        RecordColumn.Street or RecordColumn.Street2 => Streets,
        RecordColumn.City or RecordColumn.Suburb => Places,
        RecordColumn.Postcode => Postcodes,
        RecordColumn.Region => Regions,
        RecordColumn.Country => Countries,
        _ => NationalIds,
    };

    /// <summary>The value of a record, or null.</summary>
    public FieldText? Text(int record, RecordColumn column)
    {
        var number = Columns[(int)column][record];
        return number < 0 ? null : PoolOf(column)[number];
    }
}
