namespace Crm.Domain.Marketing;

/// <summary>A sign-up form in a list.</summary>
/// <param name="Id">The form.</param>
/// <param name="Key">Its key.</param>
/// <param name="Name">What staff calls it.</param>
/// <param name="Status">Whether it takes anything.</param>
public sealed record SignUpFormSummary(SignUpFormId Id, string Key, string Name, SignUpFormStatus Status);
