namespace Crm.Domain.Interactions;

/// <summary>What a calendar object is sent for (RFC 5546).</summary>
public enum CalendarMethod
{
    /// <summary>To be looked at: a feed or a download, without those who take part.</summary>
    Publish,

    /// <summary>To invite, or to tell of a change.</summary>
    Request,

    /// <summary>To call off.</summary>
    Cancel,
}
