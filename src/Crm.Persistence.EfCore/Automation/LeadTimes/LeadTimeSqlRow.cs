namespace Crm.Persistence.EfCore.Automation;

/// <summary>What a statement on lead times gives back: counts, and seconds.</summary>
internal sealed class LeadTimeSqlRow
{
    public string? Team { get; set; }

    public long Begun { get; set; }

    public long Ended { get; set; }

    public double? Mean { get; set; }

    public double? Median { get; set; }

    public double? P90 { get; set; }

    public double? Longest { get; set; }
}
