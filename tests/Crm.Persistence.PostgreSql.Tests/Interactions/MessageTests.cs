using Crm.Persistence.Specification.Interactions;

namespace Crm.Persistence.PostgreSql.Tests.Interactions;

public sealed class MessageTests(PostgreSqlFixture fixture) : MessageSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
