using Crm.Persistence.Specification.Interactions;

namespace Crm.Persistence.PostgreSql.Tests.Interactions;

public sealed class CustomerVoiceTests(PostgreSqlFixture fixture) : CustomerVoiceSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
