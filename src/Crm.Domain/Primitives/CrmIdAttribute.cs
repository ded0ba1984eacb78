namespace Crm.Domain.Primitives;

/// <summary>Marks an empty <c>readonly partial record struct</c> that the build completes with the members of a named id.</summary>
[AttributeUsage(AttributeTargets.Struct)]
internal sealed class CrmIdAttribute : Attribute;
