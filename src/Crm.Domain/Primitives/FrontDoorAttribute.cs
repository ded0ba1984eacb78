namespace Crm.Domain.Primitives;

/// <summary>Marks an area's front door: the service that does the work of one department.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FrontDoorAttribute : Attribute;
