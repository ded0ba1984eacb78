namespace Crm.Persistence.EfCore;

/// <summary>Areas whose tables can be mapped. Customers and interactions always are.</summary>
[Flags]
public enum CrmAreas
{
    /// <summary>Customers and interactions only.</summary>
    None = 0,

    /// <summary>Service cases.</summary>
    Service = 1,

    /// <summary>Knowledge items.</summary>
    Knowledge = 2,

    /// <summary>Orders, purchase facts and the default product catalogue.</summary>
    Orders = 4,

    /// <summary>Pipelines, opportunities and leads.</summary>
    Sales = 8,

    /// <summary>Every area.</summary>
    All = Service | Knowledge | Orders | Sales,
}
