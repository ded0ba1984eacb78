using Crm.Persistence.Specification.Intake;

namespace Crm.Persistence.PostgreSql.Tests.Intake;

public sealed class ConversationTests(PostgreSqlFixture fixture) : ConversationSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
