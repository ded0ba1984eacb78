namespace Crm.Domain.Feedback;

/// <summary>What holds for every survey, and for complaints.</summary>
public sealed class FeedbackOptions
{
    /// <summary>
    /// The secret under which tokens of invitations that are sent by messages are made: at least 32 random bytes as Base64, kept apart from
    /// the database. Tokens that are out stay good when it is changed; only reminders of them are made under the new one.
    /// </summary>
    /// <value>Null by default: invitations are not sent by messages.</value>
    public string? TokenKey { get; set; }

    /// <summary>How many days lie between two invitations of one customer, whatever the survey.</summary>
    /// <value>30 by default; 0 for any number of invitations, at most 3,650.</value>
    public int DaysBetweenInvitations { get; set; } = 30;

    /// <summary>The categories that complaints can have: lower-case letters, digits and hyphens, at most 50 characters each.</summary>
    /// <value><c>product</c>, <c>service</c>, <c>delivery</c>, <c>invoice</c> by default.</value>
    public IList<string> ComplaintCategories { get; } = ["product", "service", "delivery", "invoice"];

    internal bool IsUsable => DaysBetweenInvitations is >= 0 and <= 3_650
        && ComplaintCategories.All(c => Survey.IsKey(c) && c.Length <= 50) && ComplaintCategories.Distinct(StringComparer.Ordinal).Count() == ComplaintCategories.Count;
}
