using System.Text.Json;
using Crm.Domain.Criteria;
using Crm.Domain.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Crm.Domain.Tests.Service;

[Trait("Check", "SC-01")]
public class CaseStatusCatalogTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Waiting")]
    [InlineData("two words")]
    [InlineData("1st")]
    [InlineData("größe")]
    [InlineData("a23456789012345678901234567890123")]
    public void Status_OfAnotherForm_IsRefused(string key)
    {
        FluentActions.Invoking(() => new CaseStatus(key)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => JsonSerializer.Deserialize<CaseStatus>(JsonSerializer.Serialize(key))).Should().Throw<JsonException>();
    }

    [Fact]
    public void Status_IsAStringInJson()
    {
        JsonSerializer.Serialize(CaseStatus.WaitingOnCustomer).Should().Be("\"waitingOnCustomer\"");
        JsonSerializer.Deserialize<CaseStatus>("\"at-the-supplier\"").Should().Be(new CaseStatus("at-the-supplier"));
    }

    [Fact]
    public void Register_WhatIsThereOrHasNoNameOrCategory_IsRefusedAndChangesNothing()
    {
        var statuses = new CaseStatusCatalog();
        statuses.Register(new(new CaseStatus("triage"), CaseCategory.Open, " Triage ", "In progress"));
        var before = statuses.All;
        before.Single(s => s.Status.Value == "triage").Name.Should().Be("Triage");

        Refused(new(new CaseStatus("triage"), CaseCategory.Open, "Triage", "In progress"));
        Refused(new(new CaseStatus("tRiage"), CaseCategory.Open, "Triage", "In progress"));
        Refused(new(new CaseStatus("waitingoncustomer"), CaseCategory.Paused, "Waits", "Waits"));
        Refused(new(CaseStatus.Open, CaseCategory.Paused, "Open", "In progress"));
        Refused(new(new CaseStatus("other"), (CaseCategory)9, "Other", "Other"));
        Refused(new(new CaseStatus("other"), CaseCategory.Open, " ", "Other"));
        Refused(new(new CaseStatus("other"), CaseCategory.Open, "Other", "Two\nlines"));
        Refused(new(new CaseStatus("other"), CaseCategory.Open, new string('x', CaseStatusDefinition.MaxNameLength + 1), "Other"));
        Refused(new(null!, CaseCategory.Open, "Other", "Other"));
        statuses.All.Should().Equal(before);

        statuses.Register(new(CaseStatus.Open, CaseCategory.Open, "Working", "In progress"));
        statuses.NameOf(CaseStatus.Open).Should().Be("Working");
        Refused(new(CaseStatus.Open, CaseCategory.Open, "Again", "In progress"));

        void Refused(CaseStatusDefinition status) => FluentActions.Invoking(() => statuses.Register(status)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Options_ARestrictionThatNamesNoStatus_IsRefused()
    {
        Failures(o => o.CaseStatuses.Register(Triage(new CaseStatus("nowhere")))).Should().ContainSingle().Which.Should().Contain("CaseStatuses");
        Failures(o => o.CaseStatuses.Register(Triage(CaseStatus.Open))).Should().BeEmpty();
        Failures(o => o.CaseClosing.SilentDays[CaseStatus.Resolved] = 7).Should().BeEmpty();
        Failures(o => o.CaseClosing.SilentDays[CaseStatus.Resolved] = 0).Should().ContainSingle().Which.Should().Contain("CaseClosing");
        Failures(o => o.CaseClosing.SilentDays[CaseStatus.Open] = 7).Should().ContainSingle("an open case is ours to act on");
        Failures(o => o.CaseClosing.SilentDays[new CaseStatus("nowhere")] = 7).Should().ContainSingle();

        static CaseStatusDefinition Triage(CaseStatus next) => new(new CaseStatus("triage"), CaseCategory.Open, "Triage", "In progress") { Next = [next] };

        static IEnumerable<string> Failures(Action<CrmOptions> configure)
        {
            var options = new CrmOptions();
            configure(options);
            return new ServiceCollection().AddCrm().Services.Select(s => s.ImplementationInstance).OfType<IValidateOptions<CrmOptions>>()
                .Select(v => v.Validate(Options.DefaultName, options)).Where(r => r.Failed).SelectMany(r => r.Failures!);
        }
    }

    [Fact]
    public void StatusNoLongerRegistered_IsFollowedByWhatItsCategoryAllows() =>
        new CaseStatusCatalog().Following(new CaseStatus("retired"), CaseCategory.Paused).Select(s => s.Status)
            .Should().Equal(CaseStatus.Open, CaseStatus.WaitingOnCustomer, CaseStatus.Resolved);

    [Fact]
    public void Criteria_OfQueues_KnowStatusesOfTheHost()
    {
        var statuses = new CaseStatusCatalog();
        statuses.Register(new(new CaseStatus("triage"), CaseCategory.Open, "Triage", "In progress"));
        var fields = new CaseFieldCatalogue(statuses).Fields;

        fields.Single(f => f.Name == "status").Choices.Should().Equal("new", "open", "triage", "waitingOnCustomer", "resolved", "closed");
        fields.Single(f => f.Name == "category").Choices.Should().Equal("open", "paused", "resolved", "closed");
    }
}
