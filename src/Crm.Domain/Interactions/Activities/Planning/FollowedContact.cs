namespace Crm.Domain.Interactions;

/// <summary>A contact that was recorded together with what follows from it.</summary>
/// <param name="Contact">The contact.</param>
/// <param name="FollowUp">What follows.</param>
public sealed record FollowedContact(Interaction Contact, Activity FollowUp);
