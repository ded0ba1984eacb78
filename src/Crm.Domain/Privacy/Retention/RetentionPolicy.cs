namespace Crm.Domain.Privacy;

/// <summary>How long records of an area are kept, and what becomes of them then. Data of the host: store it where settings are.</summary>
/// <param name="Name">Its name; stands in audit and events.</param>
/// <param name="Area">Which records.</param>
/// <param name="Days">For how many days they are kept; at least 1.</param>
/// <param name="Action">What becomes of them then.</param>
public sealed record RetentionPolicy(string Name, RetentionArea Area, int Days, RetentionAction Action)
{
    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Whether the action is one for the area.</summary>
    public bool IsPossible => Enum.IsDefined(Area) && Enum.IsDefined(Action) && (Area == RetentionArea.Customers) == (Action == RetentionAction.Erase);
}
