using Crm.Persistence.Specification.Issues;

namespace Crm.Persistence.PostgreSql.Tests.Issues;

public sealed class OutboxIssueTests(PostgreSqlFixture fixture) : OutboxIssues<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
