namespace Crm.Domain.Service;

/// <summary>What an entitlement counts.</summary>
public enum EntitlementUnit
{
    /// <summary>Cases: each counts one.</summary>
    Cases,

    /// <summary>Hours of work, as they are reported.</summary>
    Hours,
}
