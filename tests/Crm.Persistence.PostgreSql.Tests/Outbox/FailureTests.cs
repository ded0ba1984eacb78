using Crm.Persistence.Specification.Outbox;

namespace Crm.Persistence.PostgreSql.Tests.Outbox;

public sealed class FailureTests(PostgreSqlFixture fixture) : FailureSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
