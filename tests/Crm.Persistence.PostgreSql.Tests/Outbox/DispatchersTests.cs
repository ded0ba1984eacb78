using Crm.Persistence.Specification.Outbox;

namespace Crm.Persistence.PostgreSql.Tests.Outbox;

public sealed class DispatchersTests(PostgreSqlFixture fixture) : DispatchersSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
