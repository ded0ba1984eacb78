using Crm.Persistence.Specification.Automation;

namespace Crm.Persistence.PostgreSql.Tests.Automation;

public sealed class LeadTimeTests(PostgreSqlFixture fixture) : LeadTimeSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
