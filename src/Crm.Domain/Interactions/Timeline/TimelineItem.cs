using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>One row of a timeline.</summary>
/// <param name="Id">The entry.</param>
/// <param name="At">When it happened.</param>
/// <param name="Kind">Kind of happening, such as <c>interaction</c> or <c>case-opened</c>.</param>
/// <param name="Channel">The channel's key, for contacts.</param>
/// <param name="Direction">Who began it, for contacts.</param>
/// <param name="Actor">Name of who did it.</param>
/// <param name="Audience">Who may see it.</param>
/// <param name="Reference">The record to open for more.</param>
/// <param name="Text">One line for people.</param>
public sealed record TimelineItem(
    Guid Id, Instant At, string Kind, string? Channel, Direction? Direction, string Actor, Audience Audience, SubjectReference? Reference, string Text);
