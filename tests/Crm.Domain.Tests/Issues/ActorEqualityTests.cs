using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Tests.Issues;

/// <summary>Lists of rights were compared by reference, so that no actor with a role equalled another.</summary>
[Trait("Check", "XC-12")]
public class ActorEqualityTests
{
    private static readonly SubjectReference s_mine = new(SubjectKinds.Customer, Guid.Parse("01900000-0000-7000-8000-000000000001"));
    private static readonly SubjectReference s_hers = new(SubjectKinds.Customer, Guid.Parse("01900000-0000-7000-8000-000000000002"));

    [Fact]
    public void Actor_SameRights_IsEqualAndHashesAlike()
    {
        ShouldBeEqual(Agent(["lead", "desk"], ["north"]), Agent(["desk", "lead"], ["north"]));
        ShouldBeEqual(Actor.PortalCustomer("p", [s_mine, s_hers]), Actor.PortalCustomer("p", [s_hers, s_mine], "Paola"));
        ShouldBeEqual(new CrmScope(Agent(["desk"], [])), new CrmScope(Agent(["desk"], [])));
    }

    [Fact]
    public void Actor_OtherRightsOrOtherPrincipal_IsNotEqual()
    {
        Agent(["desk"], []).Should().NotBe(Agent(["lead"], []));
        Agent(["desk"], []).Should().NotBe(Agent([], ["desk"]));
        Actor.PortalCustomer("p", [s_mine]).Should().NotBe(Actor.PortalCustomer("p", [s_hers]));
        Actor.PortalCustomer("p", [s_mine]).Should().NotBe(Actor.Partner("p", [s_mine]));
        Actor.Agent("a").Should().NotBe(Actor.Agent("b"));
    }

    [Fact]
    public void Reach_SameRecords_IsEqualAndHashesAlike()
    {
        ShouldBeEqual(CrmReach.To([s_mine, s_hers]), CrmReach.To([s_hers, s_mine]));
        CrmReach.To([s_mine]).Should().NotBe(CrmReach.To([s_hers]));
        CrmReach.None.Should().NotBe(CrmReach.All);
    }

    private static Actor Agent(string[] roles, string[] teams) => Actor.Agent("a") with { Roles = roles, Teams = teams };

    private static void ShouldBeEqual<T>(T left, T right)
        where T : notnull
    {
        left.Should().Be(right);
        left.GetHashCode().Should().Be(right.GetHashCode());
    }
}
