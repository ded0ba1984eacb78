using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Web;

public sealed class ContactApiTests(WebFixture web) : IClassFixture<WebFixture>
{
    private static readonly Uri s_interactions = new("/api/interactions", UriKind.Relative);

    [Fact]
    public async Task Post_Contact_Is201AndStandsInTheTimeline()
    {
        using var agent = await web.Host.AgentAsync();
        var customer = await RegisterAsync();
        using var response = await agent.PostAsJsonAsync(s_interactions, new
        {
            customerId = customer.Value, channel = "phone", direction = "inbound", subject = "The kettle <b>hums</b>", body = "For an hour.",
            at = "2026-01-05T10:00:00+01:00", durationSeconds = 90,
        });
        response.StatusCode.Should().Be(HttpStatusCode.Created);
        var location = response.Headers.Location!.OriginalString;
        using var read = JsonDocument.Parse(await agent.PageAsync(location));
        read.RootElement.GetProperty("subject").GetString().Should().Be("The kettle <b>hums</b>");
        read.RootElement.GetProperty("at").GetDateTimeOffset().Should().Be(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
        (await agent.PageAsync($"/customers/{customer}")).Should().Contain("The kettle &lt;b&gt;hums&lt;/b&gt;").And.Contain("Ada Agent");
    }

    [Fact]
    public async Task Post_SameExternalIdTwice_IsRecordedOnce()
    {
        using var agent = await web.Host.AgentAsync();
        var contact = new { customerId = (await RegisterAsync()).Value, channel = "email", direction = "inbound", subject = "Again", externalId = Guid.NewGuid().ToString() };
        using var first = await agent.PostAsJsonAsync(s_interactions, contact);
        using var second = await agent.PostAsJsonAsync(s_interactions, contact);
        first.StatusCode.Should().Be(HttpStatusCode.Created);
        second.StatusCode.Should().Be(HttpStatusCode.OK);
        (await second.Content.ReadAsStringAsync()).Should().Be(await first.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Post_Guest_Is401AndNothingIsWritten()
    {
        using var guest = web.Host.Guest();
        await web.ShouldChangeNothingAsync(async () =>
        {
            using var response = await guest.PostAsJsonAsync(s_interactions, new { customerId = Guid.NewGuid(), channel = "phone", direction = "inbound", subject = "x" });
            response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        });
    }

    [Fact]
    public async Task Post_UnknownCustomer_Is404WithCode() => await RefusedAsync(
        """{"customerId":"01a20170-f378-7013-b520-a26ace9f318d","channel":"phone","direction":"inbound","subject":"x"}""", HttpStatusCode.NotFound, "CustomerNotFound");

    [Theory]
    [InlineData("""{"customerId":"{id}","channel":"phone","direction":"inbound","subject":""}""", "InvalidValue")]
    [InlineData("""{"customerId":"{id}","channel":"phone","direction":"inbound","subject":"two\nlines"}""", "InvalidValue")]
    [InlineData("""{"customerId":"{id}","channel":"phone","direction":"sideways","subject":"x"}""", "InvalidValue")]
    [InlineData("""{"customerId":"{id}","channel":"phone","direction":"1","subject":"x"}""", "InvalidValue")]
    [InlineData("""{"customerId":"{id}","channel":"Phone!","direction":"inbound","subject":"x"}""", "InvalidValue")]
    [InlineData("""{"customerId":"{id}","channel":"pigeon","direction":"inbound","subject":"x"}""", "ChannelUnknown")]
    [InlineData("""{"customerId":"{id}","channel":"phone","direction":"inbound","subject":"x","at":"2999-01-01T00:00:00Z"}""", "InvalidValue")]
    [InlineData("""{"customerId":"{id}","channel":"phone","direction":"inbound","subject":"x","durationSeconds":-1}""", "InvalidValue")]
    [InlineData("""{"customerId":"00000000-0000-0000-0000-000000000000","channel":"phone","direction":"inbound","subject":"x"}""", "InvalidValue")]
    [InlineData("""{"customerId":"{id}","channel":"phone","direction":"inbound","subject":"x","isAdmin":true}""", "UnreadableRequest")]
    [InlineData("""{"customerId":"{id}","channel":"phone","direction":"inbound","subject":"x","agentId":"someone-else"}""", "UnreadableRequest")]
    [InlineData("""{"customerId":"{id}","channel":"phone","direction":"inbound","subject":"x","subject":"y"}""", "UnreadableRequest")]
    [InlineData("""{"customerId":"{id}","channel":"phone","direction":"inbound"}""", "UnreadableRequest")]
    [InlineData("""{"customerId":"{id}","channel":"phone","direction":"inbound","subject":null}""", "UnreadableRequest")]
    [InlineData("""{"customerId":"{id}","channel":"phone","direction":"inbound","subject":"x","durationSeconds":"9"}""", "UnreadableRequest")]
    [InlineData("""{"customerId":"not-an-id","channel":"phone","direction":"inbound","subject":"x"}""", "UnreadableRequest")]
    [InlineData("{", "UnreadableRequest")]
    [InlineData("null", "UnreadableRequest")]
    [InlineData("", "UnreadableRequest")]
    public async Task Post_BadRequest_Is400WithCodeAndNothingIsWritten(string body, string code) =>
        await RefusedAsync(body.Replace("{id}", (await RegisterAsync()).ToString(), StringComparison.Ordinal), HttpStatusCode.BadRequest, code);

    [Fact]
    public async Task Post_ManyFaults_NamesThemAll()
    {
        using var agent = await web.Host.AgentAsync();
        using var response = await agent.PostAsJsonAsync(s_interactions, new { customerId = Guid.Empty, channel = "?", direction = "?", subject = "x" });
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        problem.RootElement.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("target").GetString())
            .Should().Equal("customerId", "channel", "direction");
    }

    [Fact]
    public async Task OpenApi_DescribesTheContact()
    {
        using var guest = web.Host.Guest();
        using var document = JsonDocument.Parse(await guest.PageAsync("/openapi/v1.json"));
        var post = document.RootElement.GetProperty("paths").GetProperty("/api/interactions").GetProperty("post");
        post.GetProperty("responses").EnumerateObject().Select(r => r.Name).Should().Contain(["200", "201", "400", "404", "409"]);
        var schema = document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("RecordContact");
        schema.GetProperty("required").EnumerateArray().Select(r => r.GetString()).Should().BeEquivalentTo("customerId", "channel", "direction", "subject");
        schema.GetProperty("properties").GetProperty("subject").GetProperty("description").GetString().Should().Be("One line: what it was about.");
    }

    private async Task RefusedAsync(string body, HttpStatusCode status, string code)
    {
        using var agent = await web.Host.AgentAsync();
        await web.ShouldChangeNothingAsync(async () =>
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var response = await agent.PostAsync(s_interactions, content);
            var answer = await response.Content.ReadAsStringAsync();
            response.StatusCode.Should().Be(status, answer);
            response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
            using var problem = JsonDocument.Parse(answer);
            problem.RootElement.GetProperty("code").GetString().Should().Be(code);
            answer.Should().NotContain("   at ", "no stack trace leaves");
        });
    }

    private async Task<CustomerId> RegisterAsync()
    {
        await using var job = web.Host.Job();
        var registered = await job.ServiceProvider.GetRequiredService<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Api", "Caller") });
        (await job.ServiceProvider.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();
        return registered.Value.Id;
    }
}
