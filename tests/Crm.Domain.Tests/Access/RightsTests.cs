using Crm.Domain.Access;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Access;

/// <summary>What roles add up to.</summary>
[Trait("Check", "XC-03")]
public class RightsTests
{
    private static readonly Actor s_ada = Actor.Agent("ada") with { Teams = ["alpha"], Territories = [Guid.Parse("01900000-0000-7000-8000-000000000001")] };

    private static readonly string[] s_fields = ["BirthDate", "Name.Family", "ContactPoint:1.Value", "CustomFields:income/0.Number", "Nameless"];
    private static readonly string[] s_rules = ["Customer.BirthDate", "Customer.Name", "Customer.ContactPoint", "Customer.CustomFields:income", "Customer.*", "Opportunity.*"];
    private static readonly string[] s_acts = ["*", "service.*", "service.close", "customers.*"];

    [Fact]
    public void WithoutRoles_EveryAgentMayEverything()
    {
        var rights = new CrmRoles().RightsOf(s_ada);
        (rights.RestrictsFields, rights.Sight.SeesAll, rights.MayAct("service.close"), rights.MayWrite("Person", "BirthDate")).Should().Be((false, true, true, true));
    }

    [Fact]
    public void WithRoles_WhoHasNoneOfThem_MayNothing()
    {
        var rights = new CrmRoles().Add(new CrmRole("care")).RightsOf(s_ada with { Roles = ["no such"] });
        (rights.Sight, rights.MayAct("service.close"), rights.MayRead("Person", "BirthDate")).Should().Be((CrmSight.Nothing, false, false));
    }

    [Fact]
    public void Roles_RestrictAgentsOnly() =>
        new CrmRoles().Add(new CrmRole("care")).RightsOf(Actor.System("import")).MayAct("service.close").Should().BeTrue();

    [Theory]
    [InlineData("*", "service.close", true)]
    [InlineData("service.*", "service.close", true)]
    [InlineData("service.*", "services.close", false)]
    [InlineData("service.close", "service.close-silent-cases", false)]
    [InlineData("service", "service.close", false)]
    public void Allows_NamesActsWholeOrByArea(string pattern, string act, bool allowed) =>
        new CrmRoles().Add(new CrmRole("r") { Allows = [pattern] }).RightsOf(s_ada with { Roles = ["r"] }).MayAct(act).Should().Be(allowed);

    [Theory]
    [InlineData("Customer.BirthDate", "Person", "BirthDate", false)]
    [InlineData("Customer.BirthDate", "Person", "BirthDateOfPet", true)]
    [InlineData("Customer.Name", "Person", "Name.Family", false)]
    [InlineData("Customer.ContactPoint", "Organisation", "ContactPoint:0190.Value", false)]
    [InlineData("Customer.CustomFields:income", "Person", "CustomFields:income/0.Number", false)]
    [InlineData("Customer.CustomFields:income", "Person", "CustomFields:income-tax/0.Number", true)]
    [InlineData("Opportunity.*", "Opportunity", "Amount.Amount", false)]
    [InlineData("Opportunity.*", "Person", "Name.Family", true)]
    public void Hides_NamesAFieldAndWhatIsWithinIt(string rule, string record, string field, bool readable) =>
        new CrmRoles().Add(new CrmRole("r") { Hides = [rule] }).RightsOf(s_ada with { Roles = ["r"] }).MayRead(record, field).Should().Be(readable);

    [Fact]
    public void Rights_AreALattice() => Prop.ForAll<int>(ShouldBeALattice).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static void ShouldBeALattice(int seed)
    {
        var random = new Random(seed);
        string[] Some(string[] of) => [.. of.Where(_ => random.Next(3) == 0)];
        var roles = new CrmRoles();
        string[] names = ["one", "two", "three"];
        foreach (var name in names)
        {
            roles.Add(new CrmRole(name) { Sees = (RecordVisibility)random.Next(5), Allows = Some(s_acts), Forbids = Some(s_acts[1..]), Hides = Some(s_rules), Protects = Some(s_rules) });
        }

        var (first, second) = (Some(names), Some(names));
        CrmRights Of(params string[] some) => roles.RightsOf(s_ada with { Roles = some });
        var (a, b, both) = (Of(first), Of(second), Of([.. first, .. second]));
        var delegated = roles.RightsOf((s_ada with { Roles = first }).OnBehalfOf(Actor.Agent("bob") with { Roles = second }));
        foreach (var field in s_fields)
        {
            (!a.MayWrite("Person", field) || a.MayRead("Person", field)).Should().BeTrue("what may be edited may be viewed");
            both.MayRead("Person", field).Should().Be(a.MayRead("Person", field) || b.MayRead("Person", field), "roles add up");
            delegated.MayRead("Person", field).Should().Be(a.MayRead("Person", field) && b.MayRead("Person", field), "delegation is the intersection");
            delegated.MayWrite("Person", field).Should().Be(a.MayWrite("Person", field) && b.MayWrite("Person", field));
        }

        foreach (var act in (string[])["service.close", "service.note", "customers.tag", "sales.open"])
        {
            both.MayAct(act).Should().Be(a.MayAct(act) || b.MayAct(act));
            delegated.MayAct(act).Should().Be(a.MayAct(act) && b.MayAct(act));
        }
    }

    [Fact]
    public void OnBehalfOf_IsForAgentsAndOneStep()
    {
        var bob = Actor.Agent("bob");
        FluentActions.Invoking(() => s_ada.OnBehalfOf(Actor.System("x"))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Actor.Guest.OnBehalfOf(bob)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => s_ada.OnBehalfOf(bob.OnBehalfOf(s_ada))).Should().Throw<ArgumentException>();
        s_ada.OnBehalfOf(bob).Should().NotBe(s_ada);
    }
}
