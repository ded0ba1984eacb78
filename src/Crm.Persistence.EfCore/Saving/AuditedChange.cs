namespace Crm.Persistence.EfCore.Saving;

/// <summary>What one save changed in one field, as it is written down.</summary>
/// <param name="Part">The part that the field belongs to as <c>Part:key</c>; null for the root itself.</param>
/// <param name="Field">The field.</param>
/// <param name="Before">The value before; null where there was none.</param>
/// <param name="After">The value since; null where there is none.</param>
internal readonly record struct AuditedChange(string? Part, string Field, string? Before, string? After)
{
    /// <summary>The field's name with that of its part.</summary>
    public string Name => Part is null ? Field : $"{Part}.{Field}";
}
