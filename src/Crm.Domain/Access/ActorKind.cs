namespace Crm.Domain.Access;

/// <summary>What kind of principal acts.</summary>
public enum ActorKind
{
    /// <summary>Nobody signed in: sees what is public.</summary>
    Guest,

    /// <summary>A signed-in customer in the portal: sees what belongs to the customers it acts for.</summary>
    PortalCustomer,

    /// <summary>A signed-in business partner: sees what is shared with it.</summary>
    Partner,

    /// <summary>A member of staff.</summary>
    Agent,

    /// <summary>The software itself: imports, schedules, event handlers.</summary>
    System,
}
