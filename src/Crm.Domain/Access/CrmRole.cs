using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Access;

/// <summary>What agents of a role may: which records they see, what they may do, and which fields are kept from them.</summary>
public sealed record CrmRole
{
    /// <summary>A role that may everything until its properties say less.</summary>
    /// <param name="name">The name, as <see cref="Actor.Roles"/> holds it; capitals count.</param>
    /// <exception cref="ArgumentException">The name is empty, longer than 100 characters, or has control characters.</exception>
    public CrmRole(string name) => Name = SingleLine.Required(name, Actor.MaxIdLength, nameof(name));

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Which records its agents see. It holds where the model was mapped with <c>UseRecordVisibility</c>.</summary>
    /// <value><see cref="RecordVisibility.All"/> by default.</value>
    public RecordVisibility Sees { get; init; } = RecordVisibility.All;

    /// <summary>
    /// The acts that it allows by their names, such as <c>service.open-case</c>; <c>service.*</c> is every act of an area and <c>*</c> every act.
    /// What only reads customers, cases and timelines is no act.
    /// </summary>
    /// <value>Every act by default; an empty list makes a role that only reads.</value>
    public IReadOnlyList<string> Allows { get; init; } = ["*"];

    /// <summary>Acts that it forbids although <see cref="Allows"/> names them.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<string> Forbids { get; init; } = [];

    /// <summary>
    /// Fields that its agents neither read nor write: type and field as the audit names them, such as <c>Customer.BirthDate</c>,
    /// <c>Customer.ContactPoint</c> for a kind of part, <c>Customer.CustomFields:income</c> for a custom field, <c>CustomerInsight.*</c> for a whole record.
    /// </summary>
    /// <value>Empty by default.</value>
    /// <remarks>Hidden in the unified view, the export, the audit, and as a condition of segments. Aggregates are whole: code of the host shows of them what it decides.</remarks>
    public IReadOnlyList<string> Hides { get; init; } = [];

    /// <summary>Fields that its agents read and do not write, named as in <see cref="Hides"/>.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<string> Protects { get; init; } = [];
}
