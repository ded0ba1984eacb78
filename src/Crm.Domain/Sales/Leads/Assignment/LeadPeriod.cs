namespace Crm.Domain.Sales;

/// <summary>The period in which the capacity of a person is counted, in the business's own time zone.</summary>
public enum LeadPeriod
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A week, from Monday.</summary>
    Week,

    /// <summary>A month of the calendar.</summary>
    Month,
}
