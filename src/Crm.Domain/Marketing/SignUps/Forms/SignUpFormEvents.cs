using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A sign-up form was drafted.</summary>
/// <param name="FormId">The form.</param>
/// <param name="Key">Its key.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.sign-up-form-created")]
public sealed record SignUpFormCreated(SignUpFormId FormId, string Key, Instant OccurredAt) : ICrmEvent;

/// <summary>The draft of a sign-up form was written otherwise.</summary>
/// <param name="FormId">The form.</param>
/// <param name="Key">Its key.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.sign-up-form-rewritten")]
public sealed record SignUpFormRewritten(SignUpFormId FormId, string Key, Instant OccurredAt) : ICrmEvent;

/// <summary>A sign-up form was opened to visitors.</summary>
/// <param name="FormId">The form.</param>
/// <param name="Key">Its key.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.sign-up-form-opened")]
public sealed record SignUpFormOpened(SignUpFormId FormId, string Key, Instant OccurredAt) : ICrmEvent;

/// <summary>A sign-up form was closed.</summary>
/// <param name="FormId">The form.</param>
/// <param name="Key">Its key.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.sign-up-form-closed")]
public sealed record SignUpFormClosed(SignUpFormId FormId, string Key, Instant OccurredAt) : ICrmEvent;
