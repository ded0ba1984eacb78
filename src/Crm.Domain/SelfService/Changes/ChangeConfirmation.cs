namespace Crm.Domain.SelfService;

/// <summary>What became of a code that was entered. A wrong one is an answer too, not a refusal: the host saves it, so that it counts.</summary>
/// <param name="IsRight">Whether it was the right one, and the change was made.</param>
/// <param name="Request">The change.</param>
public sealed record ChangeConfirmation(bool IsRight, ChangeRequestView Request);
