namespace Crm.Architecture.Tests.Metadata;

/// <summary>That a type mentions another one, in a signature or in the body of a member.</summary>
internal sealed record TypeUse(TypeName User, string Member, TypeName Used)
{
    public override string ToString() => $"{User}.{Member} uses {Used}";
}

/// <summary>That a member's body calls or reads a member of another type.</summary>
internal sealed record MemberUse(TypeName User, string Member, TypeName Owner, string Used)
{
    public override string ToString() => $"{User}.{Member} uses {Owner}.{Used}";
}
