using System.Net;
using Crm.Domain.Customers;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Web;

public sealed class DeskPagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Theory]
    [InlineData("anna.rossi@example.com")]
    [InlineData("ANNA ROSSI")]
    [InlineData("ann ros")]
    public async Task Search_ByNameOrAddress_FindsTheCustomer(string text)
    {
        using var agent = await web.Host.AgentAsync();
        var page = await agent.PageAsync($"/customers?q={Uri.EscapeDataString(text)}");
        page.Should().Contain("Anna Rossi").And.Contain("anna.rossi@example.com");
    }

    [Fact]
    public async Task Search_NoHit_SaysSo()
    {
        using var agent = await web.Host.AgentAsync();
        (await agent.PageAsync("/customers?q=nobody-has-this-name")).Should().Contain("No customer was found.");
    }

    [Fact]
    public async Task Search_Next_ShowsEveryCustomerOnce()
    {
        using var agent = await web.Host.AgentAsync();
        var seen = new List<string>();
        for (var path = "/customers"; path.Length > 0;)
        {
            var page = await agent.PageAsync(path);
            seen.AddRange(Browsing.Links(page, "/customers/"));
            path = Browsing.Next(page);
        }

        seen.Should().OnlyHaveUniqueItems();
        seen.Should().HaveCountGreaterThanOrEqualTo(50);
    }

    [Fact]
    public async Task UnifiedView_ShowsIdentityCasesOrdersAndTheWholeTimeline()
    {
        using var agent = await web.Host.AgentAsync();
        var first = await agent.PageAsync(await AnnaAsync());
        first.Should().Contain("anna.rossi@example.com").And.Contain("primary").And.Contain("Purchase value")
            .And.MatchRegex("O-\\d{6}").And.MatchRegex("C-\\d{6}").And.Contain("Case opened");
        first.Should().NotContain("Customer created", "the first page holds the newest rows");

        var rows = Rows(first);
        var page = first;
        while (Browsing.Next(page) is { Length: > 0 } older)
        {
            page = await agent.PageAsync(older);
            rows += Rows(page);
        }

        page.Should().Contain("Customer created");
        rows.Should().BeGreaterThan(25);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("01a20170-f378-7013-b520-a26ace9f318d")]
    public async Task UnifiedView_UnknownCustomer_Is404(string id)
    {
        using var agent = await web.Host.AgentAsync();
        using var response = await agent.GetAsync(new Uri($"/customers/{id}", UriKind.Relative));
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task DeskPage_IsKeptOutOfCaches()
    {
        using var agent = await web.Host.AgentAsync();
        using var response = await agent.GetAsync(new Uri("/customers", UriKind.Relative));
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Fact]
    public async Task SignOut_ClosesTheDesk()
    {
        using var agent = await web.Host.AgentAsync();
        using (await agent.SubmitAsync("/", "/sign-in?handler=Out"))
        {
        }

        using var response = await agent.GetAsync(new Uri("/customers", UriKind.Relative));
        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task AttackCase27_Gets_ChangeNothing()
    {
        using var agent = await web.Host.AgentAsync();
        var anna = await AnnaAsync();
        await web.ShouldChangeNothingAsync(async () =>
        {
            foreach (var path in new[] { "/", "/help", "/help?q=kettle", "/customers", "/customers?q=rossi", anna, "/openapi/v1.json", "/nowhere" })
            {
                using var response = await agent.GetAsync(new Uri(path, UriKind.Relative));
            }
        });
        (await web.RowsAsync())["crm_customers"].Should().Be(50);
    }

    private static int Rows(string page) => page.Split("<time>").Length - 1;

    private async Task<string> AnnaAsync()
    {
        await using var job = web.Host.Job();
        var found = await job.ServiceProvider.GetRequiredService<CustomerDirectory>().ListAsync(new CustomerCriteria { Text = "anna.rossi@example.com" });
        return $"/customers/{found.Items.Single().Id}";
    }
}
