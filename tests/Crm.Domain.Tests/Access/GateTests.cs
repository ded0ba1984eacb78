using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Values;
using static Crm.Domain.Values.Audience;

namespace Crm.Domain.Tests.Access;

/// <summary>Each kind of actor, what it reads, what it reaches, and whether it acts.</summary>
public class GateTests
{
    private static readonly SubjectReference s_mine = new(SubjectKinds.Customer, Guid.Parse("01900000-0000-7000-8000-000000000001"));
    private static readonly SubjectReference s_other = new(SubjectKinds.Customer, Guid.Parse("01900000-0000-7000-8000-000000000002"));
    private static readonly SubjectReference s_sameIdOtherKind = s_mine with { Kind = SubjectKinds.Case };

    public static TheoryData<ActorKind, Audience[], bool> Rights => new()
    {
        { ActorKind.Guest, [Public], false },
        { ActorKind.PortalCustomer, [Customer, Public], false },
        { ActorKind.Partner, [Partner, Public], false },
        { ActorKind.Agent, [Internal, Partner, Customer, Public], true },
        { ActorKind.System, [Internal, Partner, Customer, Public], true },
    };

    [Fact]
    public void Rights_NameEveryKindOfActor() => Rights.Select(r => (ActorKind)r[0]).Should().BeEquivalentTo(Enum.GetValues<ActorKind>());

    [Theory]
    [MemberData(nameof(Rights))]
    public void Gate_OfEachKind_ReadsReachesAndActsByItsRights(ActorKind kind, Audience[] reads, bool isStaff)
    {
        var gate = new Shop(ActorOf(kind)).Gate;

        gate.ReadableAudiences.Should().BeEquivalentTo(reads);
        Enum.GetValues<Audience>().Where(gate.MayRead).Should().BeEquivalentTo(reads);
        gate.MayAct("service.open-case").Code.Should().Be(isStaff ? null : "ActNotAllowed");
        gate.Readable.Everything.Should().Be(isStaff);
        gate.Readable.Includes(s_mine).Should().Be(kind != ActorKind.Guest);
        gate.Readable.Includes(s_other).Should().Be(isStaff);
        gate.Readable.Includes(s_sameIdOtherKind).Should().Be(isStaff);
    }

    [Theory]
    [InlineData(ActorKind.PortalCustomer)]
    [InlineData(ActorKind.Partner)]
    public void Reach_OfOneWhoActsForNobody_IsNone(ActorKind kind) =>
        new Shop(kind == ActorKind.Partner ? Actor.Partner("p", []) : Actor.PortalCustomer("p", [])).Gate.Readable.Should().Be(CrmReach.None);

    [Fact]
    public void Gate_WithoutScope_SaysWhatToDo() => FluentActions.Invoking(() => new CrmGate(new CrmScopeAccessor(), new CrmRoles()).Actor)
        .Should().Throw<InvalidOperationException>().WithMessage("*CrmScope*");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\nb")]
    public void Actor_IdOfAnotherForm_IsRefused(string id) => FluentActions.Invoking(() => Actor.Agent(id)).Should().Throw<ArgumentException>();

    private static Actor ActorOf(ActorKind kind) => kind switch
    {
        ActorKind.Agent => Actor.Agent("ada"),
        ActorKind.System => Actor.System("import"),
        ActorKind.PortalCustomer => Actor.PortalCustomer("anna", [s_mine]),
        ActorKind.Partner => Actor.Partner("paul", [s_mine]),
        _ => Actor.Guest,
    };
}
