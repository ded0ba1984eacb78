namespace Crm.Domain.Sales;

/// <summary>How sure the seller is of an open deal, from a list of what may come to what is as good as signed.</summary>
public enum ForecastCategory
{
    /// <summary>In work; nothing is promised.</summary>
    Pipeline,

    /// <summary>Comes in if all goes well.</summary>
    BestCase,

    /// <summary>Promised by the seller.</summary>
    Commit,

    /// <summary>Won.</summary>
    Closed,

    /// <summary>Not counted in what is forecast by category: lost deals, and open ones that are set aside.</summary>
    Omitted,
}
