namespace Crm.Architecture.Tests.Metadata;

/// <summary>An outermost type as metadata names it.</summary>
internal readonly record struct TypeName(string Assembly, string Namespace, string Name)
{
    public string FullName => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";

    public override string ToString() => FullName;
}
