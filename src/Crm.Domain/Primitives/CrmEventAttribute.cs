namespace Crm.Domain.Primitives;

/// <summary>Gives an event its stored name and version, which stay when the .NET type is renamed.</summary>
/// <param name="name">Lower-case name such as <c>service.case-opened</c>; unique; part of the public API.</param>
/// <param name="version">Version of the JSON shape, from 1; raised when a member changes its meaning.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CrmEventAttribute(string name, int version = 1) : Attribute
{
    /// <summary>The stored name.</summary>
    public string Name { get; } = name;

    /// <summary>The version of the JSON shape.</summary>
    public int Version { get; } = version;
}
